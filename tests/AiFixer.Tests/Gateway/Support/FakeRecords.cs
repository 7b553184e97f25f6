using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Gateway;

internal sealed class FakeRecords : IPlaybookRecords
{
    public Dictionary<string, PlaybookRecord> All { get; } = [];

    public Task<IReadOnlyDictionary<string, PlaybookRecord>> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, PlaybookRecord>>(All);

    public Task<PlaybookRecord?> FindAsync(string playbook, CancellationToken cancellationToken) => Task.FromResult(All.GetValueOrDefault(playbook));
}
