import * as fc from 'fast-check';
import { Heap } from './heap.js';

it('a heap gives its items out in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      const heap = new Heap<number>((a, b) => a < b);
      for (const item of items) heap.push(item);
      expect(items.map(() => heap.pop())).toEqual(items.toSorted((a, b) => a - b));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

it('a top item that has grown finds its place', () => {
  const items = [{ key: 1 }, { key: 2 }, { key: 3 }];
  const heap = new Heap<{ key: number }>((a, b) => a.key < b.key);
  for (const item of items) heap.push(item);
  (heap.top as { key: number }).key = 9;
  heap.topChanged();
  expect([heap.pop()?.key, heap.pop()?.key, heap.pop()?.key]).toEqual([2, 3, 9]);
});
