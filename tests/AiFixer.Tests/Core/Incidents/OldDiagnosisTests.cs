using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Core.Incidents;

public sealed class OldDiagnosisTests
{
    [Fact]
    public void A_diagnosis_that_was_written_before_claims_were_kept_is_read_as_one_without_any()
    {
        var diagnosis = new Diagnosis(1, "offline rules", Verdict.Likely, "oom", "It is killed.", 0.7, [new("E1", "k8s.list_pods", "1 pod")], [], [], []);
        var written = Encoding.UTF8.GetString(IncidentJson.Write(new JournalEntry(Given.Start, "aifixer", "diagnosed", [new Diagnosed(diagnosis)])));
        foreach (var field in (string[])["claims", "struck", "affected", "recovery", "fromCache"])
            written = System.Text.RegularExpressions.Regex.Replace(written, $"\"{field}\":(\\[\\]|false|0),?", "");

        var read = ((Diagnosed)IncidentJson.ReadEntry(Encoding.UTF8.GetBytes(written.Replace(",}", "}", StringComparison.Ordinal))).Events[0]).Diagnosis;

        written.ShouldNotContain("claims");
        read.Claims.ShouldBeEmpty();
        read.Affected.ShouldBeEmpty();
        read.Recovery.ShouldBeEmpty();
        read.RootCause.ShouldBe("It is killed.");
    }
}
