import type { Output } from '../../../../types/contract';

export type Market = Output<'outlet.market'>['market'];
