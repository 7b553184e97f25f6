using System.Collections;

namespace AiFixer.Hosting.Telemetry;

/// <summary>What logs see of a scope. Most scopes are never written down, so it is read only when one is.</summary>
internal sealed class MaskedScope(object scope) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private MaskedState? shown;

    public int Count => Shown.Count;

    public KeyValuePair<string, object?> this[int index] => Shown[index];

    private MaskedState Shown => shown ??= MaskedState.Of(scope, LogText.Of(scope.ToString() ?? ""));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Shown.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Shown.ToString();
}
