/** The note types that every claim vault has. A new one is a file in `types` and a line here. */
import type { TypeForm } from './form';
import { Schema } from './Schema';
import { belief } from './types/belief';
import { claim } from './types/claim';
import { conviction } from './types/conviction';
import { entity } from './types/entity';
import { map } from './types/map';
import { musing } from './types/musing';
import { position } from './types/position';
import { sector } from './types/sector';
import { source } from './types/source';

export const builtinTypes: Readonly<Record<string, TypeForm>> = {
  claim,
  source,
  entity,
  belief,
  position,
  musing,
  conviction,
  sector,
  map,
};

export const builtinSchema = new Schema(builtinTypes);
