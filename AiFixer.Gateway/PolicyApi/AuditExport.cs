using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Gateway.PolicyApi;

/// <summary>Writes entries as they are read: nothing is gathered first, however many there are.</summary>
internal sealed class AuditExport(IIncidentQueries queries, IJournalReader journal)
{
    private const int Page = 100;
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public async Task WriteJsonLinesAsync(Stream output, CancellationToken cancellationToken)
    {
        await foreach (var entry in EntriesAsync(cancellationToken))
        {
            await using (var line = new Utf8JsonWriter(output))
                Write(line, entry);
            await output.WriteAsync(LineEnd, cancellationToken);
        }
    }

    public async Task WriteCsvAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await text.WriteAsync("incident,version,at,by,cause,events,digest\r\n".AsMemory(), cancellationToken);
        await foreach (var entry in EntriesAsync(cancellationToken))
            await text.WriteAsync(CsvLine.Of(entry).AsMemory(), cancellationToken);
    }

    private static void Write(Utf8JsonWriter line, StoredEntry entry)
    {
        line.WriteStartObject();
        line.WriteString("incident", entry.Incident.Value);
        line.WriteNumber("version", entry.Version);
        line.WriteString("digest", entry.Digest);
        line.WritePropertyName("entry");
        // As it was written: its digest covers these bytes.
        line.WriteRawValue(entry.Entry.Span);
        line.WriteEndObject();
    }

    private async IAsyncEnumerable<StoredEntry> EntriesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new IncidentFilter(Limit: Page) { WithFollowers = true };
        while (true)
        {
            var page = await queries.ListAsync(filter, cancellationToken);
            foreach (var item in page.Items)
            {
                foreach (var entry in await journal.EntriesAsync(item.Id, cancellationToken))
                    yield return entry;
            }

            if (page.Next is not { } next)
                yield break;
            filter = filter with { Before = next };
        }
    }
}
