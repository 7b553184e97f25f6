using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

/// <summary>
/// Every call that left, by the true time and by the world's own count: under a start of its own, soon after it, before its grant
/// ended, and once where a second one would not be harmless.
/// </summary>
internal static class SendingPromises
{
    /// <param name="apart">How far the clock of who granted and that of who sent may have been apart.</param>
    public static IEnumerable<string> Broken(
        IReadOnlyList<Departure> departures,
        List<WrittenLife> lives,
        IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times,
        TimeSpan apart,
        TimeSpan margin)
    {
        var calls = departures.Select(departure => Call.Of(departure, lives)).OfType<Call>().ToList();
        return
        [
            .. calls.SelectMany(call => Late(call, times, apart, margin)),
            .. from same in calls.GroupBy(call => (call.Name, call.Start)) where same.Count() > 1 select $"{same.Key.Name} left {same.Count()} times under one start, {same.Key.Start}",
            .. from same in calls.GroupBy(call => call.Name) where same.Count() > 1 && !same.First().MaySendAgain select $"{same.Key} left {same.Count()} times, which is neither harmless nor refused",
        ];
    }

    private static IEnumerable<string> Late(
        Call call, IReadOnlyDictionary<(IncidentId Incident, long Version), TimeSpan> times, TimeSpan apart, TimeSpan margin)
    {
        if (call.Start > 0 && call.At - times[(call.Life.Item.Id, call.Start)] is var waited && waited >= margin)
            yield return $"{call.Name} left {waited} after its start was written, and others take it for lost after {margin}";
        if (call.Grant is not var (version, lifetime))
            yield break;
        var old = call.At - times[(call.Life.Item.Id, version)];
        if (old >= lifetime + apart)
            yield return $"{call.Name} left {old} after its grant was written, which was good for {lifetime}";
    }

    /// <summary>A call and what was on disk for it when it left.</summary>
    /// <param name="Start">The version of the entry that started it; 0 for none.</param>
    private sealed record Call(WrittenLife Life, string Action, TimeSpan At, int Start, (int Version, TimeSpan Lifetime)? Grant)
    {
        public string Name => $"{Life.Item.Id}/{Action}";

        public bool MaySendAgain => Life.State.Action(Action).Traits.MaySendAgain();

        /// <summary>Null for a call of no incident, which others tell.</summary>
        public static Call? Of(Departure departure, List<WrittenLife> lives)
        {
            var sending = departure.Sending;
            if (lives.Find(one => one.Item.Id.Value == sending.Incident) is not { } life)
                return null;
            var action = sending.Action[(sending.Incident.Length + 1)..];
            var before = life.Entries.Take(sending.EntriesThen).ToList();
            var start = before.FindLastIndex(entry => entry.Events.Exists(happened => happened is ActionStarted started && started.Action == action)) + 1;
            var granted = before.FindLastIndex(entry => entry.Events.Exists(happened => IsFor(happened, action))) + 1;
            return new(life, action, departure.At, start, granted == 0 ? null : (granted, Lifetime(before[granted - 1], action)));
        }

        private static TimeSpan Lifetime(JournalEntry entry, string action) =>
            entry.Events.FindLast(happened => IsFor(happened, action)) is GrantIssued issued ? issued.Grant.ExpiresAt - entry.At : TimeSpan.Zero;

        private static bool IsFor(IncidentEvent happened, string action) => happened is GrantIssued issued && issued.Grant.ActionId == action;
    }
}
