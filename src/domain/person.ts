import { isolated } from './isolated';

/** Forms of address people may choose; 'Bapak/Ibu' fits everybody. */
export const formsOfAddress = ['Bapak/Ibu', 'Ustaz', 'Ustazah', 'Bapak', 'Ibu', 'Kak'] as const;
export type FormOfAddress = (typeof formsOfAddress)[number];

/** What someone may do here; everybody is 'public', admins are named in the settings. */
export type Role = 'manager' | 'deputy' | 'officer' | 'head' | 'admin' | 'public';

/** A role somebody was given, and over what. */
export type Grant =
  | { readonly role: 'manager' | 'deputy'; readonly institution: string; readonly since: Date }
  | {
      readonly role: 'officer' | 'head';
      readonly regencies: readonly string[] | 'all';
      readonly since: Date;
    };

/** That somebody agreed to be named to the public for one institution, and how they can be reached. */
export interface PublicContact {
  readonly institution: string;
  readonly by: 'phone' | 'telegram';
  /** As '+62…'. */
  readonly phone?: string;
  /** The name on Telegram, without the @. */
  readonly username?: string;
  /** When they agreed. */
  readonly at: Date;
}

/** Somebody the bot knows; the id is opaque and says nothing of the person. */
export interface Person {
  readonly id: string;
  readonly telegramId?: number;
  readonly name: string;
  readonly address?: FormOfAddress;
  /** As '+62…'. */
  readonly phone?: string;
  readonly grants: readonly Grant[];
  /** Where they agreed to be named to the public, and how. */
  readonly publicContacts?: readonly PublicContact[];
  /** Agreement to the notice of that version. */
  readonly consent?: { readonly version: number; readonly at: Date };
}

const roleNames: Readonly<Record<Role, string>> = {
  manager: 'Pengelola',
  deputy: 'Wakil pengelola',
  officer: 'Petugas dinas',
  head: 'Kepala',
  admin: 'Admin',
  public: 'Umum',
};

/** The Indonesian name of a role. */
export const roleName = (role: Role): string => roleNames[role];

/** How the bot speaks to somebody: the chosen form of address and the name. */
export const greeting = ({ address, name }: Pick<Person, 'address' | 'name'>): string =>
  `${address ?? 'Bapak/Ibu'} ${isolated(name.trim())}`.trim();
