using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

/// <summary>Three units of every quota are taken.</summary>
internal sealed class FakeBudgets : IBudgets
{
    public Task<long> TakenAsync(string key, CancellationToken cancellationToken) => Task.FromResult(3L);
}
