using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Core.Journal;

/// <summary>Chains an incident's entries: each digest covers the one before, the incident, the version and the bytes.</summary>
public static class EntryDigest
{
    public static string Of(string previous, IncidentId incident, long version, ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, version);
        hash.AppendData(Encoding.ASCII.GetBytes($"{previous}\n{incident.Value}\n"));
        hash.AppendData(number);
        hash.AppendData(entry);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest);
    }
}
