using AiFixer.Core.Playbooks;
using AiFixer.Core.Ports;
using AiFixer.Grains.Wire;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Playbooks;

/// <summary>How often a playbook helped, from its grain; when that does not answer, and for all at once, from the database.</summary>
internal sealed partial class GrainRecords(StoredRecords stored, Func<string, IPlaybookGrain> grains, ILogger<GrainRecords> logger) : IPlaybookRecords
{
    public Task<IReadOnlyDictionary<string, PlaybookRecord>> ReadAsync(CancellationToken cancellationToken) => stored.Inner.ReadAsync(cancellationToken);

    public async Task<PlaybookRecord?> FindAsync(string playbook, CancellationToken cancellationToken)
    {
        try
        {
            if (await grains(playbook).RecordAsync(cancellationToken) is { } letter)
                return Letters.Read(letter, WireJson.Default.PlaybookRecord) is var record && record != PlaybookRecord.None ? record : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            NoGrain(playbook, e.Message);
        }

        return await stored.Inner.FindAsync(playbook, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The record of {Playbook} is read without its grain, which does not answer: {Reason}")]
    private partial void NoGrain(string playbook, string reason);
}
