import {
  type DeploymentOverride,
  type InstitutionOverride,
  type Policy,
  defaultPolicy,
  policyFor,
} from './policy';
import { policyProblems } from './policy-problems';

/** Settings from one source, laid over those before it. */
export type PolicyLayer = DeploymentOverride | InstitutionOverride;

/** The policy that is in force, and the layers that are not, each with the reasons in Indonesian. */
export interface LayeredPolicy {
  readonly policy: Policy;
  readonly leftOut: ReadonlyMap<PolicyLayer, readonly string[]>;
}

/** Lays the layers over the defaults in order; one that makes no sense upon those below is left out. */
export function layeredPolicy(layers: readonly PolicyLayer[]): LayeredPolicy {
  const accepted: PolicyLayer[] = [];
  const leftOut = new Map<PolicyLayer, readonly string[]>();
  let policy = defaultPolicy;
  for (const layer of layers) {
    const candidate = policyFor(...accepted, layer);
    const problems = policyProblems(candidate);
    if (problems.length > 0) leftOut.set(layer, problems);
    else {
      accepted.push(layer);
      policy = candidate;
    }
  }
  return { policy, leftOut };
}
