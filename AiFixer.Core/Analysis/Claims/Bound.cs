namespace AiFixer.Core.Analysis.Claims;

/// <summary>How exact a number is meant.</summary>
internal enum Bound
{
    Exact,
    About,
    Above,
    Below,
}
