using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Gateway.Commands;
using AiFixer.Storage.Retention;

namespace AiFixer.Tests.Gateway;

public sealed class ArchiveTextTests
{
    [Fact]
    public void An_incident_is_told_with_its_timeline_and_its_outputs()
    {
        var text = ArchiveText.Of(Found(null));

        text.ShouldContain($"{Samples.Id}  Resolved  P1  checkout is down");
        text.ShouldContain("aifixer: Triage started");
        text.ShouldContain("panic: cannot open config.yaml");
        text.ShouldContain("The chain of digests is whole");
    }

    [Fact]
    public void A_chain_that_does_not_fit_is_said()
    {
        var found = Found(null);
        var entries = found.Incident.Entries.ToList();
        entries[1] = entries[1] with { Entry = Bytes.Of("{}"u8) };

        ArchiveText.Of(found with { Incident = found.Incident with { Entries = entries } }).ShouldContain("Version 2: The entry or its digest was changed.");
    }

    [Fact]
    public void What_came_from_outside_does_not_reach_the_terminal_as_a_command() =>
        ArchiveText.Of(Found("\u001b[2Jgone\u202e")).ShouldNotContain('\u001b');

    private static FoundIncident Found(string? text)
    {
        var entries = new List<ArchivedEntry>();
        var digest = "";
        foreach (var (i, entry) in Samples.Entries(text).Index())
        {
            var bytes = IncidentJson.Write(entry with { By = "aifixer" });
            digest = EntryDigest.Of(digest, Samples.Id, i + 1, bytes);
            entries.Add(new(Samples.Id.Value, i + 1, digest, 1, i + 1, Bytes.Of(bytes)));
        }

        var row = new ArchivedRow(
            Samples.Id.Value, entries.Count, digest, "Resolved", "P1", text ?? "checkout is down", "f1", text ?? "k8s/deployment/shop/checkout",
            Samples.Now, Samples.Now, 3, Samples.Now, Bytes.Of([]), [Samples.Output.Hash]);
        var blob = new ArchivedBlob(Samples.Output.Hash, text ?? "text/plain", Bytes.Of(Samples.Output.Bytes.Span));
        return new("archive/INC-0.jsonl.gz", new(1, Samples.Now, row.Id, row.Id, 1), new(row, entries), [blob]);
    }
}
