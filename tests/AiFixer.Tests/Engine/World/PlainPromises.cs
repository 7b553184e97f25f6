using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.World;

/// <summary>What was promised to senders and people, and what one incident alone must show.</summary>
internal static class PlainPromises
{
    /// <summary>Every promise that is broken, in a sentence.</summary>
    public static IEnumerable<string> Broken(Acknowledged acknowledged, List<WrittenLife> lives) =>
        [.. lives.SelectMany(life => life.Broken()), .. OneOpen(lives), .. AlertsLost(acknowledged, lives), .. ClicksLost(acknowledged, lives)];

    private static IEnumerable<string> OneOpen(List<WrittenLife> lives) =>
        from life in lives
        where life.Item.Row.Status.IsOpen()
        group life by life.Item.Row.Fingerprint into same
        where same.Count() > 1
        select $"{same.Count()} incidents are open for {same.Key}";

    private static IEnumerable<string> AlertsLost(Acknowledged acknowledged, List<WrittenLife> lives)
    {
        foreach (var (alert, receipt) in acknowledged.Alerts)
        {
            var life = lives.Find(other => other.Item.Id == receipt.Incident);
            if (receipt.Outcome is ReportOutcome.Opened && life?.State.Alert.Fingerprint != alert.Alert.Fingerprint)
                yield return $"the alert {alert.InboxKey} was acknowledged and is lost";
            if (receipt.Outcome is ReportOutcome.Cleared && life?.Events.OfType<AlertCleared>().Any() != true)
                yield return $"the end {alert.InboxKey} was acknowledged and is lost";
        }

        foreach (var counted in acknowledged.Alerts.Where(one => one.Receipt.Outcome is ReportOutcome.Repeated).GroupBy(one => one.Receipt.Incident))
        {
            var life = lives.Find(other => other.Item.Id == counted.Key);
            if (life is null || life.Item.Repeats < counted.Count())
                yield return $"{counted.Key} counted {life?.Item.Repeats} of {counted.Count()} acknowledged repeats";
        }
    }

    private static IEnumerable<string> ClicksLost(Acknowledged acknowledged, List<WrittenLife> lives) =>
        from click in acknowledged.Clicks
        let life = lives.Find(other => other.Item.Id == click.Incident)
        let entry = life?.Entries.ElementAtOrDefault((int)click.Receipt.Version - 1)
        where entry?.By.Contains(click.Input.By.Id, StringComparison.Ordinal) != true
        select $"{click.Input} of {click.Incident} was acknowledged as version {click.Receipt.Version} and is lost";
}
