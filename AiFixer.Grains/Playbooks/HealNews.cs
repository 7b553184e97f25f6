using AiFixer.Core.Journal;
using Microsoft.Extensions.Logging;

namespace AiFixer.Grains.Playbooks;

/// <summary>Tells playbooks that attempts of theirs ended. Nobody waits for it: what they know they go by for a short while only.</summary>
internal sealed partial class HealNews(Func<string, IPlaybookGrain> grains, ILogger<HealNews> logger)
{
    public void Tell(IReadOnlyList<HealCount> heals)
    {
        foreach (var playbook in heals.Select(heal => heal.Playbook).Distinct(StringComparer.Ordinal))
            _ = TellAsync(playbook);
    }

    private async Task TellAsync(string playbook)
    {
        try
        {
            await grains(playbook).CountedAsync();
        }
        catch (Exception e)
        {
            NotTold(playbook, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Playbook} could not be told that an attempt ended; its record may be old for half a minute: {Reason}")]
    private partial void NotTold(string playbook, string reason);
}
