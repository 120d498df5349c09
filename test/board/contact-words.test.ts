import { contactWords } from '../../src/board/contact-words';
import type { Person } from '../../src/domain/person';

const person = (name: string, phone?: string): Person => ({
  ...{ id: name, name, grants: [] },
  ...(phone !== undefined && { phone }),
});
const phone = '+62543212345';

describe('whom to call', () => {
  it('is the people of the centre, with the numbers they gave', () => {
    expect(contactWords([person('Hamdan', '+628121'), person('Yusuf')], {})).toBe(
      'Kontak: Bapak/Ibu Hamdan, +628121; Bapak/Ibu Yusuf, nomor telepon belum ada',
    );
  });

  it('is the centre itself where nobody has joined, and nobody when it has no number', () => {
    expect(contactWords([], { phone })).toBe(`Kontak: telepon BLK ${phone}`);
    expect(contactWords([], {})).toBe('Kontak: belum ada');
  });

  it('names the number of the centre behind its people, however many they are', () => {
    const people = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => person(name, '+628121'));
    expect(contactWords(people, { phone })).toMatch(/; 2 lainnya; telepon BLK \+62543212345$/u);
  });
});
