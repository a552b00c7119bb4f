/** The form of a vault's settings as JSON Schema: what may stand at which place, with its description. */
import * as z from 'zod';
import { configForm } from './configForm';

/** As much of JSON Schema as the form of the settings needs. */
export interface FormNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FormNode>>;
  readonly additionalProperties?: FormNode | false;
  readonly required?: readonly string[];
  readonly items?: FormNode;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly FormNode[];
}

let root: FormNode | undefined;

/** Made when it is first asked for: a vault without settings does without it. */
export function configSchema(): FormNode {
  root ??= z.toJSONSchema(configForm, { io: 'input' }) as FormNode;
  return root;
}

/** What may stand at a path of keys and, for entries of lists, numbers; several forms where there is a choice. */
export function formsAt(path: readonly (string | number)[]): readonly FormNode[] {
  let forms = flat([configSchema()]);
  for (const step of path) {
    const inner = forms.flatMap(form => {
      if (typeof step === 'number') return form.items ?? [];
      const known = form.properties;
      if (known !== undefined && Object.hasOwn(known, step)) return known[step] ?? [];
      return form.additionalProperties || [];
    });
    forms = flat(inner);
  }
  return forms;
}

/** The keys that the form knows at a path; empty where any name may be one. */
export function knownKeys(path: readonly (string | number)[]): Readonly<Record<string, FormNode>> {
  return formsAt(path).find(form => form.properties !== undefined)?.properties ?? {};
}

/** The alternatives, each with the description of the whole. */
function flat(forms: readonly FormNode[]): FormNode[] {
  return forms.flatMap(form =>
    form.anyOf === undefined
      ? form
      : flat(
          form.anyOf.map(each =>
            form.description === undefined ? each : { description: form.description, ...each },
          ),
        ),
  );
}
