/** Hands the number to whatever this device calls with. */
export function dial(number: string): void {
  window.location.href = `tel:${number}`;
}
