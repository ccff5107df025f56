import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TreeNode } from '../../../renderer/ui/tree-rows.ts';
import { TreeTable } from '../../../renderer/ui/tree-table.tsx';
import { renderInFrame } from './render-in-frame.tsx';

interface Item {
  name: string;
}

const columns = [{ id: 'name', header: 'Nombre', grow: true, value: ({ name }: Item) => name }];
const noChildren: readonly TreeNode<Item>[] = [];
const leaf = (name: string): TreeNode<Item> => ({ id: name, item: { name }, children: noChildren });
const branch: TreeNode<Item> = {
  id: 'rama',
  item: { name: 'rama' },
  children: Array.from({ length: 5000 }, (_, index) => leaf(`hoja-${index + 1}`)),
};

function Tree() {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState('');
  return (
    <>
      <TreeTable
        label="Árbol"
        columns={columns}
        nodes={[branch]}
        expanded={expanded}
        onExpand={setExpanded}
        onOpen={({ name }) => setOpened(name)}
        maxHeight={400}
      />
      <p>abierta: {opened}</p>
    </>
  );
}

test('of 5,000 rows a tree draws those in sight only, tells how many there are, and reaches the last', async () => {
  await renderInFrame(<Tree />);
  const tree = page.getByRole('treegrid', { name: 'Árbol' });
  await page.getByRole('button', { name: 'Desplegar a rama' }).click();
  await expect.element(tree).toHaveAttribute('aria-rowcount', '5002');
  expect(tree.getByRole('row').elements().length).toBeLessThan(60);
  tree.element().focus();
  await userEvent.keyboard('{End}');
  const last = tree.getByRole('row').filter({ hasText: 'hoja-5000' });
  await expect.element(last).toHaveAttribute('aria-posinset', '5000');
  await expect.element(last).toHaveAttribute('aria-setsize', '5000');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('abierta: hoja-5000')).toBeVisible();
});

test('from a row far below, the left arrow leads back to what it belongs to, which then closes', async () => {
  await renderInFrame(<Tree />);
  const tree = page.getByRole('treegrid', { name: 'Árbol' });
  await page.getByRole('button', { name: 'Desplegar a rama' }).click();
  tree.element().focus();
  await userEvent.keyboard('{End}{ArrowLeft}');
  await expect.element(tree.getByRole('row').filter({ hasText: 'rama' })).toBeInViewport();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(tree).toHaveAttribute('aria-rowcount', '2');
});
