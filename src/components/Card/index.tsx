import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import './index.scss';

export interface CardProps {
  /** `row` sets the children side by side, otherwise they stand under each other. */
  readonly row?: boolean;
  /** Makes the whole card a button. Then nothing inside may be pressed on its own. */
  readonly onClick?: () => void;
  /** What the whole card says, when it is a button. */
  readonly label?: string;
  readonly className?: string;
}

/** White, with a hairline: one thing a person can take in at a glance. */
export function Card({ row, onClick, label, className, children }: PropsWithChildren<CardProps>) {
  return (
    <View className={classes('lz-card', row ? 'lz-card--row' : 'lz-card--col', onClick && 'lz-card--press', className)} onClick={onClick} {...(onClick ? a11y({ role: 'link', label }) : {})}>
      {children}
    </View>
  );
}
