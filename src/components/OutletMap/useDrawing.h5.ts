import { useEffect, useRef, useState, type RefObject } from 'react';

interface Drawn<D> {
  readonly ground: RefObject<HTMLDivElement>;
  readonly drawing: D | null;
  readonly state: 'loading' | 'ready' | 'failed';
}

/** Leaflet comes when a map is first shown. `load` is asked once; what it begins is ended with the page. */
export function useDrawing<D extends { end(): void }>(load: () => Promise<(ground: HTMLElement) => D>): Drawn<D> {
  const ground = useRef<HTMLDivElement>(null);
  const first = useRef(load);
  const [drawn, setDrawn] = useState<Omit<Drawn<D>, 'ground'>>({ drawing: null, state: 'loading' });
  useEffect(() => {
    let gone = false;
    let drawing: D | null = null;
    void first.current().then((begin) => {
      if (gone || !ground.current) return;
      drawing = begin(ground.current);
      setDrawn({ drawing, state: 'ready' });
    }, () => !gone && setDrawn({ drawing: null, state: 'failed' }));
    return () => {
      gone = true;
      drawing?.end();
    };
  }, []);
  return { ground, ...drawn };
}
