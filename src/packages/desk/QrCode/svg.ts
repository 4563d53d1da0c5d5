/** Rows of 0/1 as one SVG, a unit a module: sharp at any size, on paper too. */
export function qrSvg(modules: readonly string[]): string {
  const size = modules.length;
  const path = modules.flatMap((row, y) => runs(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 16}" height="${size * 16}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${path}"/></svg>`;
}

export const svgLink = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Dark modules side by side in one row. */
function runs(row: string): { from: number; length: number }[] {
  return [...row.matchAll(/1+/g)].map((match) => ({ from: match.index, length: match[0].length }));
}
