/** The browser's own word on it; Taro's H5 version guesses from the kind of connection. */
export const isOnline = async (): Promise<boolean> => navigator.onLine;

export function onOnline(then: () => void): () => void {
  window.addEventListener('online', then);
  return () => window.removeEventListener('online', then);
}
