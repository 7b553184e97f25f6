namespace AiFixer.Core.Analysis.Logs;

/// <summary>A kind of line that is written more or less often than before.</summary>
/// <param name="Before">How often, in the time before.</param>
/// <param name="During">How often since.</param>
/// <param name="Chance">How probable it is when lines of this kind come as often as ever.</param>
/// <param name="FirstSeen">The first such line since; of a vanished one the last before.</param>
/// <param name="Example">One such line as it was written: of those since, if there are any, the first.</param>
public sealed record LogChange(
    LogChangeKind Kind, string Template, int Before, int During, double Chance, DateTimeOffset FirstSeen, string Example, bool SoundsBad);
