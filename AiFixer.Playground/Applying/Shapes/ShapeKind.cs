namespace AiFixer.Playground.Applying.Shapes;

internal enum ShapeKind
{
    Text,
    Number,
    Flag,
    Anything,
    Struct,
    Map,
    List,

    /// <summary>A list whose elements are told apart by some of their fields.</summary>
    Keyed,

    /// <summary>A list of values, each at most once.</summary>
    Set,

    /// <summary>What no schema describes: maps are merged, everything else is whole.</summary>
    Open,
}
