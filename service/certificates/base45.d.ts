/** The package brings no types of its own. */
declare module 'base45' {
  const base45: {
    encode(bytes: Uint8Array): string;
    /** Throws on what is no Base45. */
    decode(text: string): Buffer;
  };
  export default base45;
}
