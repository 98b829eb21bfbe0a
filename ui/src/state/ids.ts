/** A new id that no other client will make: a letter for what it is, and 80 random bits. */
export function newId(letter: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return letter + [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
