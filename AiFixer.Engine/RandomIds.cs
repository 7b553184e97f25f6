using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AiFixer.Core;
using AiFixer.Core.Ports;

namespace AiFixer.Engine;

/// <summary>Ids nobody can guess.</summary>
internal sealed class RandomIds : IIdSource
{
    private const int TokenBytes = 24;
    private const int AtOnce = 64;
    private readonly Lock gate = new();
    private readonly long[] numbers = new long[AtOnce];
    private int left;

    public IncidentId NewIncident(DateTimeOffset now) => IncidentId.Create(now, Number());

    public string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Asking for many at once costs hardly more than asking for one. None is given, or kept, twice.</summary>
    private long Number()
    {
        lock (gate)
        {
            if (left == 0)
            {
                RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(numbers.AsSpan()));
                left = AtOnce;
            }

            var number = numbers[--left];
            numbers[left] = 0;
            return number;
        }
    }
}
