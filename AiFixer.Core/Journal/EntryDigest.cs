using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Core.Journal;

/// <summary>Chains an incident's entries: each digest covers the one before, the incident, the version and the bytes.</summary>
public static class EntryDigest
{
    public static string Of(string previous, IncidentId incident, long version, ReadOnlySpan<byte> entry)
    {
        var most = previous.Length + incident.Value.Length + 2 + sizeof(long) + entry.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var length = Line(previous, buffer);
        length += Line(incident.Value, buffer.AsSpan(length));
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(length), version);
        length += sizeof(long);
        entry.CopyTo(buffer.AsSpan(length));
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length + entry.Length), digest);
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(digest);
    }

    private static int Line(string text, Span<byte> into)
    {
        var length = Encoding.ASCII.GetBytes(text, into);
        into[length] = (byte)'\n';
        return length + 1;
    }
}
