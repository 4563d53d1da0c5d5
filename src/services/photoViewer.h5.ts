/** A browser has none; the page opens a sheet (components/Photos). */
export const hasViewer = false;

export function viewPhotos(): void {}
