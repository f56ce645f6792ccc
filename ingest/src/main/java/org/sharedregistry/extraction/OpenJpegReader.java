package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Lets PDFBox read the JPEG 2000 pictures of a PDF by OpenJPEG's program, where it is installed. The Java library that
 * PDFBox names may only be used in products that conform to the standard, and so is not free.
 */
final class OpenJpegReader extends ImageReader {

    private static final String PROGRAM = "opj_decompress";
    private static final long SECONDS = 30;

    /** A codestream begins so; anything else is a file that holds one. */
    private static final int START_OF_CODESTREAM = 0xFF4F;

    private @Nullable BufferedImage picture;

    private OpenJpegReader(ImageReaderSpi provider) {
        super(provider);
    }

    static void registerWhereInstalled() {
        if (BoundedProgram.isInstalled(PROGRAM)) {
            IIORegistry.getDefaultInstance().registerServiceProvider(new Provider());
        }
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam parameters) throws IOException {
        Path folder = Files.createTempDirectory("jpeg2000-");
        try {
            Path png = folder.resolve("picture.png");
            Path packed = unpackTo(folder);
            BoundedProgram.run(folder, SECONDS, List.of(PROGRAM, "-i", packed.toString(), "-o", png.toString()));
            return subsampled(png, parameters);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return picture().getWidth();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return picture().getHeight();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        return List.of(ImageTypeSpecifier.createFromRenderedImage(picture())).iterator();
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }

    private BufferedImage picture() throws IOException {
        if (picture == null) {
            picture = read(0, null);
        }
        return picture;
    }

    private Path unpackTo(Path folder) throws IOException {
        ImageInputStream in = (ImageInputStream) getInput();
        in.seek(0);
        int start = in.readUnsignedShort();
        in.seek(0);
        Path packed = folder.resolve(start == START_OF_CODESTREAM ? "picture.j2k" : "picture.jp2");
        try (OutputStream out = Files.newOutputStream(packed)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
        return packed;
    }

    private static BufferedImage subsampled(Path png, @Nullable ImageReadParam parameters) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(png.toFile())) {
            reader.setInput(in);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static final class Provider extends ImageReaderSpi {

        Provider() {
            super(
                    "OpenJPEG",
                    "2",
                    new String[] {"JPEG2000"},
                    new String[] {"jp2", "j2k"},
                    new String[] {"image/jp2"},
                    OpenJpegReader.class.getName(),
                    new Class<?>[] {ImageInputStream.class},
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public boolean canDecodeInput(Object source) {
            // It is asked for by name alone.
            return false;
        }

        @Override
        public ImageReader createReaderInstance(@Nullable Object extension) {
            return new OpenJpegReader(this);
        }

        @Override
        public String getDescription(@Nullable Locale locale) {
            return "JPEG 2000 by OpenJPEG";
        }
    }
}
