import { Box, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CascadeLineage } from '../../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import type { CascadeBox, CascadeLayout } from './boxes.ts';
import classes from './cascade.module.css';
import { DrawingTools } from './drawing-tools.tsx';
import { layoutCascade } from './layout.ts';
import { type Direction, findBox, findNeighbour } from './neighbours.ts';
import { paintCascade } from './paint.ts';
import { readPalette } from './palette.ts';
import { findBoxAt, isOnKnob } from './hit-test.ts';
import { useCanvas } from './use-canvas.ts';
import type { CascadeView } from './use-cascade-view.ts';
import type { CascadeWords } from './use-cascade-words.ts';
import { useFollow } from './use-follow.ts';
import { usePanZoom } from './use-pan-zoom.ts';
import { fit, type Viewport, zoomAt } from './viewport.ts';

interface CascadeDrawingProps {
  view: CascadeView;
  lineage: CascadeLineage;
  words: CascadeWords;
  onOpen(personId: PersonId): void;
}

/** What is under the mouse, and where that is. */
interface Hovered {
  box: CascadeBox;
  x: number;
  y: number;
  isRight: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const zoomStep = 1.25;

/** The cascade as a picture, generation below generation; for a screen reader a tree of which it hears the chosen one. */
export function CascadeDrawing({ view, lineage, words, onOpen }: CascadeDrawingProps) {
  const { t } = useTranslation('trainers');
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const viewport = useRef<Viewport>({ left: 0, top: 0, zoom: 1 });
  const [isFocused, setFocused] = useState(false);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const { roots, expanded, selectedId } = view;
  const layout = useMemo(() => layoutCascade(roots, expanded, lineage), [roots, expanded, lineage]);
  const selected = findBox(layout, selectedId);

  const repaint = useCanvas(canvas, (context, size) => {
    const palette = readPalette(context.canvas);
    paintCascade(context, {
      layout,
      view: viewport.current,
      ...size,
      palette,
      ...words,
      selectedId,
      isFocused,
    });
  });
  const show = (next: Viewport) => {
    viewport.current = next;
    repaint();
  };
  const measure = () => ({
    width: canvas.current?.clientWidth ?? 0,
    height: canvas.current?.clientHeight ?? 0,
  });
  const zoomBy = (factor: number) => {
    const { width, height } = measure();
    show(zoomAt(viewport.current, factor, { x: width / 2, y: height / 2 }));
  };
  const showAll = () => show(fit(layout, measure()));

  useFollow({ layout, selected, viewport, measure, show });

  const press = (at: { x: number; y: number }) => {
    const box = findBoxAt(layout, viewport.current, at);
    if (box === null) return;
    if (isOnKnob(box, viewport.current, at)) view.toggle(box.id);
    else view.select(box.id);
  };
  const panZoom = usePanZoom({
    element: tree,
    view: viewport,
    onChange: (next) => {
      setHovered(null);
      show(next);
    },
    onPress: press,
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const first = layout.boxes.find(({ generation }) => generation === 0) ?? null;
    const here = selected ?? first;
    const direction = directions[event.key];
    if (event.key === '+' || event.key === '=') zoomBy(zoomStep);
    else if (event.key === '-') zoomBy(1 / zoomStep);
    else if (event.key === '0') showAll();
    else if (here === null || first === null) return;
    else if (event.key === 'Home') view.select(first.id);
    else if (event.key === ' ') toggleBox(view, here);
    else if (event.key === 'Enter') {
      if (here.kind === 'group') view.toggle(here.id);
      else onOpen(here.item.personId);
    } else if (direction === undefined) return;
    else if (direction === 'down' && 'isExpanded' in here && here.isExpanded === false) view.toggle(here.id);
    else view.select((findNeighbour(layout, here, direction) ?? here).id);
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    panZoom.onPointerMove(event);
    if (event.buttons !== 0 || event.pointerType !== 'mouse') return;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    const box = findBoxAt(layout, viewport.current, at);
    setHovered((before) =>
      before?.box === box ? before : box === null ? null : { box, ...at, isRight: at.x > width / 2 },
    );
  };
  const itemId = selected === null ? undefined : `${id}-${selected.id}`;
  return (
    <div className={classes['drawing']}>
      <div className={classes['stage']}>
        <div
          ref={tree}
          className={classes['picture']}
          role="tree"
          aria-label={t('drawing.label')}
          aria-describedby={`${id}-keys`}
          aria-activedescendant={itemId}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onFocus={() => {
            setFocused(true);
            const first = layout.boxes.find(({ generation }) => generation === 0);
            if (selected === null && first !== undefined) view.select(first.id);
          }}
          onBlur={() => setFocused(false)}
          {...panZoom}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setHovered(null)}
          onDoubleClick={() =>
            selected !== null && selected.kind !== 'group' && onOpen(selected.item.personId)
          }
        >
          <canvas ref={canvas} className={classes['canvas']} aria-hidden />
          {selected !== null && (
            <VisuallyHidden id={itemId} role="treeitem" aria-selected {...placeInTree(layout, selected)}>
              {words.describe(selected)}
            </VisuallyHidden>
          )}
          {hovered !== null && hovered.box.id !== selectedId && (
            <Box
              className={classes['tip']}
              __vars={{ '--x': `${hovered.x}px`, '--y': `${hovered.y}px` }}
              data-left={hovered.isRight || undefined}
              aria-hidden
            >
              {words.describe(hovered.box)}
            </Box>
          )}
        </div>
        <DrawingTools
          onLarger={() => zoomBy(zoomStep)}
          onSmaller={() => zoomBy(1 / zoomStep)}
          onFit={showAll}
        />
      </div>
      <p className={classes['caption']} aria-hidden={selected !== null || undefined} id={`${id}-keys`}>
        {selected === null ? t('drawing.keys') : words.describe(selected)}
      </p>
    </div>
  );
}

function toggleBox(view: CascadeView, box: CascadeBox): void {
  if ('isExpanded' in box && box.isExpanded !== null) view.toggle(box.id);
}

/** What a screen reader says of where a box is. */
function placeInTree(layout: CascadeLayout, box: CascadeBox) {
  const siblings = layout.boxes.filter(
    ({ inwardId, kind }) => inwardId === box.inwardId && (kind === 'ancestor') === (box.kind === 'ancestor'),
  );
  const lowest = layout.bands[0]?.generation ?? 0;
  const isExpanded = 'isExpanded' in box ? box.isExpanded : null;
  return {
    'aria-level': box.generation - lowest + (box.kind === 'member' ? 2 : 1),
    'aria-posinset': siblings.indexOf(box) + 1,
    'aria-setsize': siblings.length,
    ...(isExpanded === null ? {} : { 'aria-expanded': isExpanded }),
  };
}
