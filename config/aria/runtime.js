/* The phone numbers a component's attributes in the order of this list, so it must know the same ones as the templates. */
import { mergeInternalComponents } from '@tarojs/shared';
import { ariaProps } from './props';

mergeInternalComponents(ariaProps);
