using System.Buffers.Binary;

namespace AiFixer.Storage.Sealing;

/// <summary>Seals what is written to it piece by piece; the last piece says that it is the last.</summary>
internal sealed class SealedWriter(Stream file, DataKey key, string name) : Stream
{
    private const int PieceBytes = 64 << 10;
    private readonly MemoryStream _piece = new();
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static string Place(string file, long number, bool isLast) => Places.Of(isLast ? "file/end" : "file", file, number);

    public override void Write(byte[] buffer, int offset, int count)
    {
        _piece.Write(buffer, offset, count);
        if (_piece.Length >= PieceBytes)
            Put(isLast: false);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Put(isLast: true);
        base.Dispose(disposing);
    }

    private void Put(bool isLast)
    {
        var content = key.Seal(_piece.GetBuffer().AsSpan(0, (int)_piece.Length), Place(name, _number++, isLast));
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, isLast ? -content.Length : content.Length);
        file.Write(length);
        file.Write(content);
        _piece.SetLength(0);
    }
}
