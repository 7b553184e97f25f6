using System.Buffers.Binary;

namespace AiFixer.Plugins.Worker.Wire;

/// <summary>One message between the host and a worker: its length in four bytes, then JSON.</summary>
internal static class Frame
{
    public const int MaxLength = 32 * 1024 * 1024;
    private const int HeadLength = 4;

    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var frame = new byte[HeadLength + message.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, message.Length);
        message.CopyTo(frame.AsSpan(HeadLength));
        return frame;
    }

    /// <returns>Null when the other side is gone.</returns>
    /// <exception cref="InvalidDataException">What came is not a message.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        if (await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken) < HeadLength)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MaxLength)
            throw new InvalidDataException($"a message of {length} bytes");
        var message = new byte[length];
        return await stream.ReadAtLeastAsync(message, length, throwOnEndOfStream: false, cancellationToken) < length ? null : message;
    }
}
