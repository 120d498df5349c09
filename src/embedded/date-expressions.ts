import type { Operator } from './exact-expressions';

export const DATE_EXPRESSIONS: Record<`$${string}`, Operator> = {};
