/** Opens the browser's own print window; what goes on paper is in the page's `@media print`. */
import './print.h5.scss';

export const canPrint = true;

export function printPage(): void {
  window.print();
}
