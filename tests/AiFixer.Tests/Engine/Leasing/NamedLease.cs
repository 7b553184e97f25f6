using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Leasing;

/// <summary>A lease that is always had, under whatever name the test gives it.</summary>
internal sealed class NamedLease : ILease
{
    public string Id { get; set; } = "";

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new LeaseState(true, "us", DateTimeOffset.MaxValue, TimeSpan.FromMinutes(1)));

    public Task ReleaseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) => Task.FromResult(id == Id);
}
