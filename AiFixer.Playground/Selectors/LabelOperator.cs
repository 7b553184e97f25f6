namespace AiFixer.Playground.Selectors;

internal enum LabelOperator
{
    In,
    NotIn,
    Exists,
    Missing,
}
