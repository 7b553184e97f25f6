namespace AiFixer.Bench.Reporting;

internal enum GoalKind
{
    RatioAtLeast,
    AtLeast,
    AtMost,
    P99AtMost,
}
