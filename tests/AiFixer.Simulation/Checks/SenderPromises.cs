using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>A click counts on the card it was made on; a delivery counts once.</summary>
internal static class SenderPromises
{
    /// <summary>Longer than any delivery of a run is late.</summary>
    private static readonly TimeSpan LongWindow = TimeSpan.FromMinutes(30);

    public static IEnumerable<string> Broken(Acknowledged acknowledged, List<WrittenLife> lives, TimeSpan dedupWindow) =>
        [.. OldCards(acknowledged, lives), .. dedupWindow < LongWindow ? [] : TakenTwice(acknowledged, lives)];

    private static IEnumerable<string> OldCards(Acknowledged acknowledged, List<WrittenLife> lives)
    {
        foreach (var (incident, input, receipt) in acknowledged.Clicks)
        {
            var card = input switch
            {
                PersonInput.Approve approve => approve.Card,
                PersonInput.Reject reject => reject.Card,
                _ => null,
            };
            var before = lives.Find(life => life.Item.Id == incident)?.Chain.Take((int)receipt.Version - 1).ToList();
            if (card is not null && before is { Count: > 0 } && IncidentReplay.Run(before).OpenCard()?.Id != card)
                yield return $"{input.By.Name}'s click on {card} of {incident} was taken, which was not asked by then";
        }
    }

    /// <summary>
    /// The same delivery again opens nothing, unless the trouble outlived a fix that was verified. In the order in which the
    /// sender heard of them: ids follow the clocks of nodes, which differ.
    /// </summary>
    private static IEnumerable<string> TakenTwice(Acknowledged acknowledged, List<WrittenLife> lives) =>
        from one in acknowledged.Alerts
        where one.Receipt.Outcome == ReportOutcome.Opened
        group one.Receipt.Incident!.Value by one.Alert.InboxKey into same
        let opened = same.Distinct().ToList()
        where opened.Count > 1 && opened.Take(opened.Count - 1).Any(id => lives.Find(life => life.Item.Id == id)?.State.Closing?.How is not (ClosedBy.Verification or ClosedBy.Group))
        select $"the delivery {same.Key} opened {string.Join(" and ", opened)}";
}
