/** Opens the browser's own print window; what goes on paper is in the page's `@media print`. */
import './print.h5.scss';

export function printPage(): void {
  window.print();
}
