using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Tests.Inference;

public class GridPlacesTests
{
    [Fact]
    public void A_grid_lies_on_itself() => Assert.Equal([0, 1, 2, 3, 4], GridPlaces.Of(5, 5));

    [Fact]
    public void Two_fine_cells_lie_in_a_coarse_one() => Assert.Equal([0, 0, 1, 1, 2, 2], GridPlaces.Of(6, 3));

    [Fact]
    public void Coarse_cells_lie_where_their_middles_do() => Assert.Equal([1, 3, 5], GridPlaces.Of(3, 6).Select(p => p | 1));
}
