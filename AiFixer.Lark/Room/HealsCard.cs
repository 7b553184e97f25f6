using System.Globalization;
using AiFixer.Core.Incidents;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Room;

/// <summary>What a playbook tried by itself.</summary>
internal static class HealsCard
{
    private const int Most = 12;

    public static bool Has(Incident incident) => incident.Heals is { IsEmpty: false };

    public static LarkCard Draw(Incident incident, Pen pen)
    {
        foreach (var heal in pen.Room.Take(incident.Heals!, Most))
        {
            var state = heal.Result is { } result ? pen.Words.Name("heal", result) : pen.Words["heal.running"];
            pen.Add(pen.Words.Tell(
                "heals.line",
                Markdown.Text(heal.Number.ToString(CultureInfo.InvariantCulture)),
                Markdown.Text(pen.Room.Take($"{heal.Playbook}: {heal.Detail}", 300)),
                Markdown.Text(state)));
            pen.Field("result.said", heal.Output, 400);
        }

        return pen.Card(pen.Title("heals.title"), CardColor.Of(incident.Severity));
    }
}
