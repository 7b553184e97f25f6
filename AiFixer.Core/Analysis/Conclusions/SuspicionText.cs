using AiFixer.Core.Analysis.Changes;
using AiFixer.Core.Analysis.Signals;

namespace AiFixer.Core.Analysis.Conclusions;

/// <summary>Why a change is not to blame, in words.</summary>
internal static class SuspicionText
{
    public static string WhyNot(Suspicion suspicion, Picture picture)
    {
        var commit = suspicion.Change.Commit;
        var why = suspicion switch
        {
            { Time: < 0.1 } => $"it came after {MetricSignals.Clock(picture.Onset)}, when the trouble had begun",
            { Change.IsBeside: true } => "nothing of it runs for users",
            { Content: < 0.3, Change.Delta.Extracts: true } => "it moves code to another place and does the same",
            { Content: < 0.3 } => "what it does cannot lead to what is seen",
            { Place: < 0.5 } => $"it runs in {suspicion.Shipping.Service}, which is not where it began",
            _ => "another explains more of what is seen",
        };
        return $"commit {commit.Sha[..Math.Min(8, commit.Sha.Length)]} ({commit.Message.Split('\n')[0]}), {suspicion.Score:0.00}: {why}";
    }
}
