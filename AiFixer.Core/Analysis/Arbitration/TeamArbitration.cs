using System.Collections.Immutable;
using System.Globalization;
using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Arbitration;

/// <summary>
/// Says which team should take an incident. The kind of cause points to a team, the words of the cause and where it began may point to
/// another. What is not sure enough is for the teams together, whoever diagnosed it.
/// </summary>
public static class TeamArbitration
{
    /// <summary>Below it no team alone is made responsible.</summary>
    public const double LeastConfidence = 0.70;

    private const double OfCategory = 2;
    private const double OfCause = 1.5;
    private const double OfWord = 0.5;
    private const int MostWords = 3;
    private const double OfPlace = 2;
    private const double Helping = 1;

    private static readonly Dictionary<string, string[]> Owners = new(StringComparer.Ordinal)
    {
        [Categories.ResourceExhaustion] = [Team.Backend, Team.Infrastructure],
        [Categories.CpuSaturation] = [Team.Backend, Team.Infrastructure],
        [Categories.ConfigurationError] = [Team.Backend],
        [Categories.CodeDefect] = [Team.Backend],
        [Categories.DependencyFailure] = [Team.Backend],
        [Categories.Infrastructure] = [Team.Infrastructure],
        [Categories.Network] = [Team.Infrastructure],
        [Categories.Certificate] = [Team.Infrastructure],
        [Categories.TrafficSurge] = [Team.Backend, Team.Infrastructure],
        [Categories.ExternalProvider] = [Team.Backend],
        [Categories.DataQuality] = [Team.Backend, Team.Database],
    };

    /// <returns>Null when nothing is wrong, so that there is nothing to take.</returns>
    public static Responsibility? Of(Diagnosis diagnosis)
    {
        if (diagnosis.Category == Categories.Healthy)
            return null;
        var points = Points(diagnosis);
        var teams = points.Where(one => one.Value > 0).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).ToList();
        var reasons = Reasons(diagnosis);
        if (Doubt(diagnosis, teams) is { } doubt)
            return new(Team.Together, $"{doubt}{reasons}", [.. teams.Select(one => one.Key)]);
        return new(teams[0].Key, reasons.TrimStart(), [.. teams.Skip(1).Where(one => one.Value >= Helping).Select(one => one.Key)]);
    }

    private static string? Doubt(Diagnosis diagnosis, List<KeyValuePair<string, double>> teams)
    {
        if (!(diagnosis.Confidence >= LeastConfidence))
            return string.Create(CultureInfo.InvariantCulture, $"The diagnosis is {diagnosis.Confidence:0%} sure, and below {LeastConfidence:0%} no team is made responsible alone.");
        if (diagnosis.Verdict == Verdict.Inconclusive)
            return "The cause is not known, so no team is made responsible alone.";
        if (teams.Count == 0)
            return "Nothing points to one team.";
        return teams.Count > 1 && teams[0].Value == teams[1].Value ? $"It points to {teams[0].Key} and {teams[1].Key} alike." : null;
    }

    private static Dictionary<string, double> Points(Diagnosis diagnosis)
    {
        var points = new Dictionary<string, double>(StringComparer.Ordinal);
        var owners = Owners.GetValueOrDefault(diagnosis.Category, []);
        for (var i = 0; i < owners.Length; i++)
            points[owners[i]] = i == 0 ? OfCategory : Helping;
        foreach (var clue in TeamClue.All)
        {
            var place = clue.Words.IsMatch(diagnosis.FirstFailing ?? "") ? OfPlace : 0;
            points[clue.Team] = points.GetValueOrDefault(clue.Team) + Said(clue, diagnosis.RootCause) + place;
        }

        return points;
    }

    /// <summary>Several words of a team say more than one, up to a point.</summary>
    private static double Said(TeamClue clue, string cause)
    {
        var words = clue.Words.Matches(cause).Select(match => match.Value.ToUpperInvariant()).Distinct().Count();
        return words == 0 ? 0 : OfCause + (OfWord * (Math.Min(words, MostWords) - 1));
    }

    private static string Reasons(Diagnosis diagnosis)
    {
        var reasons = Owners.TryGetValue(diagnosis.Category, out var owners) ? $" {diagnosis.Category} is as a rule for {string.Join(" with ", owners)}." : "";
        foreach (var clue in TeamClue.All)
        {
            if (clue.Words.Match(diagnosis.RootCause) is { Success: true } said)
                reasons += $" The cause speaks of \"{said.Value}\": {clue.Team}.";
            if (clue.Words.IsMatch(diagnosis.FirstFailing ?? ""))
                reasons += $" It began at {diagnosis.FirstFailing}: {clue.Team}.";
        }

        return reasons;
    }
}
