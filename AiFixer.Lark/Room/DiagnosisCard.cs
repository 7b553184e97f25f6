using System.Globalization;
using AiFixer.Core.Analysis.Gold;
using AiFixer.Core.Incidents;
using AiFixer.Core.Plugins;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>Asks whether a diagnosis is right.</summary>
internal static class DiagnosisCard
{
    private const int MostClaims = 5;
    private const int MostEvidence = 5;
    private const int MostAdvice = 3;
    private const int LongestCommand = 500;

    public static LarkCard Draw(Incident incident, Card card, Diagnosis? diagnosis, Pen pen)
    {
        if (diagnosis is null)
            pen.Add(pen.Words.Tell("diagnosis.gone"));
        else
            Found(diagnosis, pen);
        Answers.Add(pen, card, "diagnosis.ask", isSure: false);
        return pen.Card(pen.Title("diagnosis.title"), CardColor.Of(incident.Severity), Answers.Tag(pen, card));
    }

    private static void Found(Diagnosis diagnosis, Pen pen)
    {
        var words = pen.Words;
        pen.Add(Markdown.Join("  ", [
                pen.Labelled("diagnosis.verdict", Markdown.Text(words.Name("verdict", diagnosis.Verdict))),
                pen.Labelled("diagnosis.category", diagnosis.Category, 100),
                pen.Labelled("diagnosis.confidence", Markdown.Text(diagnosis.Confidence.ToString("P0", CultureInfo.InvariantCulture))),
                pen.Labelled("diagnosis.team", diagnosis.Responsible?.Team ?? "", 50),
            ]))
            .Field("diagnosis.cause", diagnosis.RootCause, 2_000)
            .Add(Listed(pen, "diagnosis.claims", pen.Room.Take(diagnosis.Claims, MostClaims).Select(claim => $"{pen.Room.Take(claim.Text, 400)} [{pen.Room.Take(string.Join(", ", claim.Cites), 60)}]")));
        if (diagnosis.Struck > 0)
            pen.Add(Markdown.Quiet(words.Tell("diagnosis.struck", Markdown.Text(diagnosis.Struck.ToString(CultureInfo.InvariantCulture)))));
        var evidence = pen.Room.Take(diagnosis.Evidence, MostEvidence)
            .Select(seen => new CardText(Markdown.Bold(pen.Room.Take($"{seen.Id} {seen.Source}", 120)) + Markdown.Text("\n" + pen.Room.Take(seen.Text, 600)))).ToList();
        if (evidence.Count > 0)
            pen.Add(new CardPanel(words["diagnosis.evidence"], evidence));
        if (diagnosis.Gold is { } gold)
            pen.Add(Gold(pen, gold));
        pen.Add(Listed(pen, "diagnosis.advice", pen.Room.Take(diagnosis.Advice, MostAdvice).Select(advice => Advised(advice, pen))));
        pen.Add(Listed(pen, "diagnosis.ruledOut", pen.Room.Take(diagnosis.RuledOut, 5).Select(text => pen.Room.Take(text, 200))))
            .Add(Listed(pen, "diagnosis.gaps", pen.Room.Take(diagnosis.Gaps, 5).Select(text => pen.Room.Take(text, 200))))
            .Add(Markdown.Quiet(words.Tell(diagnosis.FromCache ? "diagnosis.cached" : "diagnosis.analyst", Markdown.Text(pen.Room.Take(diagnosis.Analyst, 100)))));
    }

    private static Markdown Gold(Pen pen, GoldSignals gold)
    {
        var line = pen.Labelled("diagnosis.gold", GoldText.Of(gold), 200);
        return Uri.TryCreate(gold.Traces, UriKind.Absolute, out var traces)
            ? Markdown.Join("  ", [line, Markdown.Link(pen.Words["diagnosis.traces"], traces)])
            : line;
    }

    /// <summary>With the command that proposes it, where there is one: whole, or not at all.</summary>
    private static string Advised(Advice advice, Pen pen)
    {
        var text = pen.Room.Take($"{advice.Name}: {advice.Text}", 250);
        if (ProposalLine.Of(advice, pen.Incident.ToString()) is not { } line)
            return text;
        var command = $" {line}";
        return pen.Room.Take(command, LongestCommand) == command ? text + command : text;
    }

    private static Markdown Listed(Pen pen, string key, IEnumerable<string> lines)
    {
        var written = lines.Select(line => Markdown.Text("• " + line)).ToList();
        return written.Count == 0 ? Markdown.Empty : Markdown.Lines([Markdown.Bold(pen.Words[key]), .. written]);
    }
}
