import { Injectable, type PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { notFound } from '../problems/common-problems.js';

/** An id in the address: what cannot be an id cannot exist, so the answer is 404, never a fault of the database. */
@Injectable()
export class UuidParam implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw notFound();
    return value.toLowerCase();
  }
}
