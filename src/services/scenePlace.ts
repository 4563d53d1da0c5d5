/** A page other than the first, opened by a link that carries a poster's code: the code says which community it is about. */
import { useEffect } from 'react';
import { useScene } from './launch';
import { rememberPlace, usePlace } from './place';
import { useCall } from './useCall';

/** Remembers where the link's code leads, on a phone that knows no place yet. A code that leads nowhere changes nothing. */
export function useScenePlace(): void {
  const scene = useScene();
  const place = usePlace();
  const found = useCall('survey.home', place === null && scene !== null ? { scene } : null).data?.place;
  useEffect(() => {
    if (found) rememberPlace({ circle: found.circle.id, circleName: found.circle.name, community: found.community });
  }, [found]);
}
