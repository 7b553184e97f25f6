namespace AiFixer.EndToEnd.Crash;

/// <summary>What became of the incidents about one kind of trouble.</summary>
/// <param name="Resolved">How many ended resolved.</param>
/// <param name="Written">For how many something was changed in the world.</param>
internal sealed record KindReport(TroubleKind Kind, int Incidents, int Resolved, int Written)
{
    public static KindReport operator +(KindReport one, KindReport other) => one with
    {
        Incidents = one.Incidents + other.Incidents,
        Resolved = one.Resolved + other.Resolved,
        Written = one.Written + other.Written,
    };

    public override string ToString() => $"{Kind}: {Resolved} of {Incidents} resolved, {Written} written";
}
