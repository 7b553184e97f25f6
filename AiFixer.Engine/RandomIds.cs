using System.Security.Cryptography;
using AiFixer.Core;
using AiFixer.Core.Ports;

namespace AiFixer.Engine;

/// <summary>Ids nobody can guess.</summary>
internal sealed class RandomIds : IIdSource
{
    private const int TokenBytes = 24;

    public IncidentId NewIncident(DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return IncidentId.Create(now, BitConverter.ToInt64(random));
    }

    public string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
