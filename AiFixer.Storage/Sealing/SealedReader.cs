using System.Buffers.Binary;

namespace AiFixer.Storage.Sealing;

/// <summary>Opens a file piece by piece. Throws <see cref="InvalidDataException"/> where it was changed or cut off.</summary>
internal sealed class SealedReader(Stream file, DataKey key, string name) : Stream
{
    private const int LargestPiece = 16 << 20;
    private byte[] _piece = [];
    private int _read;
    private long _number;
    private bool _isLast;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_read == _piece.Length && !_isLast)
            Next();
        var taken = Math.Min(count, _piece.Length - _read);
        _piece.AsSpan(_read, taken).CopyTo(buffer.AsSpan(offset));
        _read += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Next()
    {
        try
        {
            var head = new byte[sizeof(int)];
            file.ReadExactly(head);
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            _isLast = length < 0;
            if (Math.Abs((long)length) > LargestPiece)
                throw new InvalidDataException("A piece has no sensible length.");
            var content = new byte[Math.Abs(length)];
            file.ReadExactly(content);
            (_piece, _read) = (key.Open(content, SealedWriter.Place(name, _number++, _isLast)), 0);
        }
        catch (Exception e) when (e is EndOfStreamException or ContentDamagedException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
