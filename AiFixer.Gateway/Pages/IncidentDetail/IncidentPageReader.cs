using System.Text;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Ports;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Incidents;
using AiFixer.Lark.Room;

namespace AiFixer.Gateway.Pages.IncidentDetail;

/// <summary>Reads an incident with the outputs its page shows.</summary>
/// <param name="undelivered">Whoever knows what could not be told elsewhere: none when nothing is told anywhere.</param>
internal sealed class IncidentPageReader(IncidentReader incidents, IJournalReader journal, IEnumerable<Undelivered> undelivered)
{
    private const int MostOutputs = 20;
    private const int LongestOutput = 16_000;

    public async Task<IncidentPageModel?> ReadAsync(string id, TextBook words, CancellationToken cancellationToken)
    {
        if (await incidents.ReadAsync(id, words, cancellationToken) is not { } incident)
            return null;
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hash in IncidentBlobs.Of(incident).Take(MostOutputs))
        {
            if (await journal.BlobAsync(hash, cancellationToken) is { } blob)
                outputs[hash] = TextCleaner.Lines(Encoding.UTF8.GetString(blob.Bytes.Span), LongestOutput);
        }

        return new(incident, outputs, incident.Alert.RawPayload is { } raw ? outputs.GetValueOrDefault(raw) : null)
        {
            Undelivered = await UndeliveredAsync(new(incident.Id), words.Language, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<string>> UndeliveredAsync(IncidentId id, Language language, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        foreach (var one in undelivered)
        {
            if (await one.ReadAsync(id, language, cancellationToken) is { } sentence)
                told.Add(sentence);
        }

        return told;
    }
}
