package org.sharedregistry.extraction;

import com.google.zxing.Binarizer;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.awt.Rectangle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Where on a page codes may stand: in patches that are darker than text, which is mostly paper. */
final class DarkPatches {

    /** In pixels, the side of the squares that are looked at: as many as a word of ZXing's bits holds. */
    private static final int CELL = Integer.SIZE;

    /** The share of ink from which on a cell may be of a code, of which about half is ink; in text most is paper. */
    private static final double DARK = 0.22;

    /** In cells; at 300 dots an inch 5 mm. */
    private static final int SHORTEST = 2;

    private final int columns;
    private final int rows;
    private final boolean[] dark;

    private DarkPatches(BitMatrix ink) {
        columns = (ink.getWidth() + CELL - 1) / CELL;
        rows = (ink.getHeight() + CELL - 1) / CELL;
        int[] inked = new int[columns * rows];
        BitArray row = new BitArray(ink.getWidth());
        for (int y = 0; y < ink.getHeight(); y++) {
            row = ink.getRow(y, row);
            int[] words = row.getBitArray();
            for (int column = 0; column < columns; column++) {
                inked[y / CELL * columns + column] += Integer.bitCount(words[column]);
            }
        }
        dark = new boolean[inked.length];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = inked[i] > DARK * CELL * CELL;
        }
    }

    /** In pixels of the picture with a margin of one cell; those that are most like codes, full squares, come first. */
    static List<Rectangle> on(GreyPicture picture) {
        Binarizer binarizer = new GlobalHistogramBinarizer(picture);
        try {
            return new DarkPatches(binarizer.getBlackMatrix()).patches(picture);
        } catch (NotFoundException e) {
            // Nothing stands out from the paper.
            return List.of();
        }
    }

    private List<Rectangle> patches(GreyPicture picture) {
        record Patch(Rectangle cells, int dark) {
            double likeness() {
                return (double) dark * dark / (cells.width * cells.height);
            }
        }
        List<Patch> patches = new ArrayList<>();
        for (int cell = 0; cell < dark.length; cell++) {
            if (dark[cell]) {
                Rectangle box = new Rectangle(cell % columns, cell / columns, 1, 1);
                int size = clear(cell, box);
                if (Math.max(box.width, box.height) >= SHORTEST) {
                    patches.add(new Patch(box, size));
                }
            }
        }
        Rectangle whole = new Rectangle(picture.getWidth(), picture.getHeight());
        return patches.stream()
                .sorted(Comparator.comparingDouble(Patch::likeness).reversed())
                .map(patch -> new Rectangle(
                                (patch.cells.x - 1) * CELL,
                                (patch.cells.y - 1) * CELL,
                                (patch.cells.width + 2) * CELL,
                                (patch.cells.height + 2) * CELL)
                        .intersection(whole))
                .toList();
    }

    /** Wipes out the cells that hang together with the first, and widens the box around them; gives how many they are. */
    private int clear(int first, Rectangle box) {
        Deque<Integer> left = new ArrayDeque<>(List.of(first));
        dark[first] = false;
        int size = 0;
        while (!left.isEmpty()) {
            int cell = left.pop();
            int column = cell % columns;
            int row = cell / columns;
            box.add(new Rectangle(column, row, 1, 1));
            size++;
            for (int y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++) {
                for (int x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++) {
                    if (dark[y * columns + x]) {
                        dark[y * columns + x] = false;
                        left.push(y * columns + x);
                    }
                }
            }
        }
        return size;
    }
}
